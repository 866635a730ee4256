import type { SalesField } from '@vitalfew/contract/imports.ts'

/**
 * Names that a column goes by, per field, best first. The number is how sure a column of that name is the field; of
 * two columns for one field the surer wins (the order date over the ship date, what was received over what was due).
 * Names are written without blanks, signs and capitals, as `headerKey` makes them.
 *
 * `customer` holds names of identifiers, `customerName` of names; a plain 客户 or "Customer" stands in both, and the
 * content decides.
 */
export const headerAliases: Readonly<Record<SalesField, ReadonlyArray<readonly [certainty: number, names: string]>>> = {
  customer: [
    [
      1,
      '客户编码 客户编号 客户代码 客户号 客户id 客户帐号 客户账号 客户内码 customerid customercode customernumber customerno customerkey custid custcode custno custnum custkey clientid clientcode clientno accountid accountcode accountnumber accountno acctid acctno soldtoid soldtopt soldtono soldtocode soldtonumber billtoid billtocode kunnr',
    ],
    [
      0.95,
      '购货单位编码 购货单位代码 购买方编码 往来单位编码 往来单位编号 往来单位代码 客商编码 客商编号 客商代码 经销商编码 经销商编号 经销商代码 代理商编码 会员编码 会员编号 会员号 会员id 会员卡号 顾客编号 顾客id 买家id buyerid buyercode memberid memberno membercode shopperid partnerid dealerid dealercode consumerid patientid',
    ],
    [
      0.9,
      '社保卡号 医保卡号 社保号 医保号 社会保障卡号 就诊卡号 病人编号 病人id 患者id 患者编号 cust customer account acct client 客户 买家',
    ],
    [
      0.8,
      '卡号 用户编号 用户id 用户账号 openid userid householdkey householdid householdcode personid contactid partycode partyid partynumber visitorid',
    ],
  ],
  customerName: [
    [
      1,
      '客户名称 客户名 客户全称 客户姓名 客户单位 客户单位名称 客户公司 客户公司名称 customername customerfullname custname clientname accountname acctname soldtoname soldtopartyname soldtocustomer billtoname name1',
    ],
    [
      0.95,
      '购货单位 购货单位名称 购货方 购货方名称 购买方 购买方名称 购方名称 购方 购买单位 订货单位 订货客户 买方 买方名称 需方 需方名称 甲方 甲方名称 往来单位 往来单位名称 客商 客商名称 结算客户 开票客户 销售客户 最终客户 终端客户 会员名称 会员姓名 会员名 买家会员名 买家昵称 买家姓名 顾客 顾客姓名 顾客名称 经销商 经销商名称 代理商 代理商名称 合作伙伴 soldto soldtoparty billto billtoparty buyername dealername dealer distributor distributorname purchaser purchasername membername companyname',
    ],
    [
      0.9,
      '客户 买家 客户简称 用户名称 用户姓名 customer account acct client buyer cust company 公司名称 企业名称 单位名称 公司 单位 付款单位 付款方 收货单位 使用单位 合同客户 签约客户 签约单位 organization organisation accountholder',
    ],
    [
      0.75,
      '终端名称 终端 医院名称 医院 药店名称 学校名称 项目客户 收货人 收件人 联系人单位 partner partnername party partyname consignee shiptoname shipto shiptoparty shopname member user username patientname name 名称 姓名',
    ],
  ],
  date: [
    [
      1,
      '订单日期 下单日期 订货日期 订购日期 销售日期 交易日期 成交日期 购买日期 购药日期 购药时间 购买时间 销售时间 下单时间 订单时间 订购时间 交易时间 成交时间 消费时间 消费日期 订单创建时间 orderdate orderdatetime ordertime saledate salesdate dateofsale transactiondate transactiondatetime transactiontime trxdate purchasedate purchasetime dateofpurchase dateordered orderedon orderedat',
    ],
    [
      0.93,
      '开票日期 发票日期 单据日期 业务日期 账单日期 invoicedate invoicedatetime billingdate billdate documentdate docdate',
    ],
    [
      0.9,
      '日期 时间 date day datetime 日 制单日期 单据时间 记账日期 入账日期 过账日期 postingdate bookingdate saletime trandate txndate txntime valuedate 签约日期 签订日期 合同日期 签单日期 contractdate',
    ],
    [
      0.8,
      '付款时间 付款日期 支付时间 支付日期 收款日期 paymentdate paymenttime paidat paiddate 创建时间 创建日期 建单时间 createdat createdon createddate createdate creationdate timestamp closedate closeddate wondate eventtime',
    ],
    [0.7, '出库日期 出库时间 发货日期 发货时间 送货日期 shipdate shippeddate shippingdate shipmentdate dispatchdate'],
    [
      0.6,
      '完成时间 完成日期 到货日期 签收时间 deliverydate delivereddate 月份 年月 月 期间 会计期间 month yearmonth period week',
    ],
  ],
  amount: [
    [
      1,
      '实收金额 实收 实收款 实付金额 实付款 实付 实际成交金额 实际销售额 实际金额 净销售额 销售净额 净额 净收入 净销售收入 不含税金额 未税金额 不含税销售额 不含税收入 去税金额 netrevenue netsales netsalesamount netamount netvalue amountreceived amountpaid paidamount receivedamount amountexcltax amountexcludingtax amountexvat',
    ],
    [
      0.97,
      '成交金额 成交额 销售金额 销售额 销售收入 金额 订单金额 订单总额 订单总金额 营业额 营业收入 收入 营收 主营业务收入 业绩 销售业绩 本币金额 金额本币 开票金额 发票金额 结算金额 支付金额 消费金额 交易金额 交易额 购买金额 合同金额 合同额 签约金额 回款额 revenue sales salesamount salesamt saleamount salesvalue salesrevenue revenueamount amount amt orderamount ordertotal ordervalue lineamount linetotal linenetamount linevalue extendedamount extendedprice extendedvalue invoiceamount invoicetotal invoicevalue transactionamount transactionvalue turnover',
    ],
    [
      0.9,
      '价税合计 含税金额 含税销售额 销售总额 总金额 总额 合计金额 金额合计 总价 总销售额 小计金额 商品金额 货款 totalamount totalprice totalsales totalrevenue totalvalue totalsale totalcharges grosssales grossamount grossrevenue gmv dollarvalue dollarsales amountusd usdamount amountcny closevalue dealvalue dealamount bookings billings spend totalspend purchaseamount monetary monetaryvalue paymentvalue paymentamount',
    ],
    [
      0.82,
      '应收金额 应收 应收款 应付金额 应付款 标价金额 原价金额 列表金额 listamount amountdue total value sum payment charge charges purchase 合计 总计 小计',
    ],
  ],
  orderNumber: [
    [
      1,
      '订单号 订单编号 订单号码 订单id 销售订单号 销售单号 销售订单 销售订单编号 单据编号 单据号 单据号码 单号 单据编码 业务单号 交易号 交易编号 交易流水号 流水号 小票号 小票编号 orderid ordernumber orderno ordernum ordercode orderref orderreference salesorder salesorderid salesorderno salesordernumber salesdocument sddoc salesdoc sono sonumber transactionid transactionno transactionnumber trxid trxno txnid basketid basketkey',
    ],
    [
      0.92,
      '发票号 发票号码 发票编号 出库单号 出库单编号 合同号 合同编号 invoiceno invoicenumber invoiceid invoice invoicenum billno billnumber billid billingdocument documentnumber documentno documentid docno docnumber ticketno ticketid',
    ],
    [
      0.8,
      '订单 合同 凭证号 凭证编号 order receiptno receiptid receiptnumber voucherno opportunityid dealid contractno contractid contractnumber ponumber pono purchaseorder 客户订单号 客户采购单号',
    ],
  ],
  product: [
    [
      1,
      '产品编码 产品编号 产品代码 产品id 产品型号 商品编码 商品编号 商品代码 商品id 物料编码 物料编号 物料代码 物料号 存货编码 存货编号 存货代码 货品编码 货品编号 货号 药品编码 药品编号 productid productcode productno productnumber productkey itemid itemcode itemno itemnumber skuid sku skucode skuno stockcode stockno materialnumber materialcode materialno materialid partnumber partno articleno articlenumber articlecode articleid',
    ],
    [0.9, '产品 商品 物料 存货 货品 product item material article asin plu isbn'],
    [0.75, '条码 条形码 商品条码 国际条码 规格型号 型号 barcode ean upc gtin model modelno 服务项目 项目编号'],
  ],
  productName: [
    [
      1,
      '产品名称 产品名 商品名称 商品名 商品标题 品名 物料名称 物料描述 存货名称 货品名称 药品名称 项目名称 货物名称 货物或应税劳务名称 productname productdescription productdesc producttitle itemname itemdescription itemdesc materialname materialdescription articlename articledescription skuname stockdescription goodsname',
    ],
    [0.85, '产品 商品 药品 货品 物料 存货 描述 摘要 product item goods description desc article merchandise'],
    [0.6, '宝贝标题 标题 title 服务名称 服务项目 service servicename'],
  ],
  category: [
    [
      1,
      '类别 品类 产品类别 商品类别 产品分类 商品分类 产品品类 物料类别 物料分类 存货分类 存货类别 药品类别 产品线 产品大类 商品大类 大类 大类名称 一级分类 一级类目 category categoryname productcategory productcategoryname itemcategory maincategory productline productgroup productfamily itemgroup materialgroup categoryid',
    ],
    [
      0.85,
      '分类 类目 类型 产品类型 商品类型 系列 产品系列 producttype itemtype productclass itemclass class commodity series family line',
    ],
    [0.7, '中类 小类 二级分类 子类 子类别 品牌 subcategory subclass brand brandname'],
  ],
  quantity: [
    [
      1,
      '数量 销售数量 销量 销售量 订购数量 订单数量 订货数量 购买数量 成交数量 出库数量 发货数量 实发数量 件数 销售件数 商品数量 产品数量 quantity qty orderqty orderquantity orderedqty quantityordered qtyordered salesqty salesquantity saleqty quantitysold qtysold unitssold salesunits salesvolume itemquantity itemqty invoicedquantity shippedqty quantityshipped',
    ],
    [
      0.85,
      '个数 台数 箱数 瓶数 盒数 套数 吨数 重量 基本数量 units unit count pieces pcs itemcount numberofitems numberofunits numberofcds noofitems volume numberofproducts',
    ],
  ],
  unitPrice: [
    [
      1,
      '单价 销售单价 含税单价 不含税单价 成交单价 商品单价 产品单价 实际单价 unitprice unitsellingprice priceperunit priceeach sellingprice saleprice salesprice unitsalesprice itemprice productprice unitamount unitrate',
    ],
    [0.85, '售价 销售价 销售价格 成交价 成交价格 价格 实际售价 price rate netprice'],
    [0.65, '标价 原价 零售价 吊牌价 定价 listprice msrp retailprice rrp'],
  ],
  cost: [
    [
      1,
      '成本 成本金额 成本额 销售成本 总成本 成本合计 成本总额 主营业务成本 结转成本 cogs costofgoods costofgoodssold costofsales totalcost costamount costtotal linecost extendedcost salescost',
    ],
    [0.85, 'cost costs costvalue'],
  ],
  unitCost: [
    [
      1,
      '单位成本 成本单价 成本价 成本价格 单位成本价 unitcost costperunit costprice unitcostprice costeach averagecost avgcost',
    ],
    [0.85, '进价 进货价 采购价 采购单价 进货单价 standardcost purchaseprice buyingprice landedcost'],
  ],
  grossProfit: [
    [1, '毛利 毛利额 毛利润 销售毛利 毛利金额 grossprofit grossprofitamount grossmarginamount profitamount gp'],
    [0.9, '利润 利润额 销售利润 利润金额 profit totalprofit marginamount contributionmargin grossincome'],
    [0.7, 'margin grossmargin 贡献毛利 边际贡献 净利润 netprofit'],
  ],
  discount: [
    [
      1,
      '折扣 折扣率 优惠率 折扣比例 discount discountrate discountpercent discountpct discountpercentage disc discpct pctdiscount',
    ],
    [
      0.9,
      '折扣金额 折扣额 优惠金额 优惠额 优惠 让利金额 discountamount discountamt discountvalue discountapplied linediscount',
    ],
  ],
  currency: [
    [
      1,
      '币种 币别 货币 货币类型 结算币种 原币币种 交易币种 currency currencycode curr ccy currencyid transactioncurrency documentcurrency',
    ],
  ],
  salesperson: [
    [
      1,
      '业务员 业务员名称 业务员姓名 销售员 销售员姓名 销售人员 销售代表 销售经理 客户经理 业务经理 业务代表 营业员 导购 导购员 店员 跟进人 salesperson salespersonname salesrep salesrepresentative salesrepname salesagent salesman salesmanname salesmanager accountmanager accountowner accountexecutive ownername salesowner salesemployee',
    ],
    [
      0.85,
      '负责人 归属人 所属销售 销售 业务 业务负责人 销售顾问 顾问 经办人 经手人 职员 员工 员工姓名 员工编号 收银员 owner rep agent seller sellername employee employeename employeeid staff manager',
    ],
    [0.6, '制单人 创建人 createdby assignedto'],
  ],
  region: [
    [
      1,
      '区域 销售区域 大区 销售大区 地区 所属区域 所属大区 客户区域 区域名称 片区 战区 region regionname salesregion area territory salesterritory regionaloffice',
    ],
    [0.85, '省份 省 省区 所在省 收货省份 省市 province state 省自治区 market'],
    [0.75, '国家 国家地区 country countryname 城市 市 所在城市 city countryregion'],
    [0.6, '办事处 shipregion shipcountry shipstate shipcity'],
  ],
  department: [
    [
      1,
      '部门 部门名称 销售部门 业务部门 所属部门 科室 科室名称 开单科室 事业部 department departmentname dept deptname division divisionname businessunit bu salesdepartment salesoffice salesgroup salesteam',
    ],
    [
      0.8,
      '组织 销售组织 分公司 分支机构 机构 门店 门店名称 店铺 店铺名称 网点 salesorganization salesorg organizationunit branch branchname store storename storeid shop outlet costcenter profitcenter team',
    ],
  ],
  channel: [
    [
      1,
      '渠道 销售渠道 渠道名称 渠道类型 订单渠道 channel saleschannel distributionchannel channelname channeltype orderchannel',
    ],
    [0.8, '来源 订单来源 来源渠道 销售平台 平台 销售方式 source ordersource platform marketplace leadsource saletype'],
  ],
  industry: [
    [1, '行业 所属行业 客户行业 行业名称 行业类别 行业分类 industry industryname industrytype sector industrysector'],
    [0.7, '细分行业 行业细分 vertical customerindustry'],
  ],
  orderStatus: [
    [
      1,
      '订单状态 单据状态 交易状态 销售状态 状态 orderstatus status orderstate salesstatus documentstatus invoicestatus transactionstatus',
    ],
    [0.8, '审核状态 处理状态 执行状态 dealstage salesstage stage orderlinestatus linestatus'],
  ],
  returnFlag: [
    [
      1,
      '是否退货 退货标志 退货标识 是否退款 退货 红字 是否红字 红蓝字 红冲 冲红标志 红冲标志 returned isreturn isreturned returnflag isrefund refunded iscreditnote returnindicator',
    ],
    [
      0.8,
      '单据类型 业务类型 订单类型 交易类型 发票类型 出入库类型 documenttype doctype transactiontype trxtype ordertype invoicetype billingtype',
    ],
  ],
  parent: [
    [
      1,
      '集团 集团名称 所属集团 集团客户 集团公司 母公司 母公司名称 上级客户 上级单位 上级公司 总公司 总部 parent parentaccount parentcompany parentcustomer parentname parentaccountname ultimateparent subsidiaryof corporategroup customergroup groupname holdingcompany headquarters',
    ],
    [0.6, 'group chain 连锁 连锁总部'],
  ],
  creditCode: [
    [
      1,
      '统一社会信用代码 社会信用代码 统一信用代码 信用代码 社会统一信用代码 uscc creditcode socialcreditcode unifiedsocialcreditcode unifiedsocialcreditidentifier',
    ],
    [
      0.9,
      '税号 纳税人识别号 购方税号 购买方税号 客户税号 纳税人登记号 税务登记号 taxid taxnumber taxno taxidnumber taxregistrationnumber vatnumber vatid vatno tin',
    ],
  ],
}
